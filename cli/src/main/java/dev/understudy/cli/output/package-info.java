/** What people and scripts read: plans, results and progress, as text or as one JSON object. */
package dev.understudy.cli.output;
