/** What the server remembers: jobs with their schedules, and runs, in an embedded database. */
package dev.understudy.serve.state;
