/** Refreshes of a target that others read, and that die in the middle. */
package dev.understudy.refresh;
