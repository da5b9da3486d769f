/** Whether links that no database declares are proposed, and nothing else. */
package dev.understudy.proposals;
