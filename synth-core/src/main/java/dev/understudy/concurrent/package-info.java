/** Independent pieces of work on a few threads. */
package dev.understudy.concurrent;
