/** Running jobs: by the clock or by hand, one at a time, each in a process of its own. */
package dev.understudy.serve.run;
