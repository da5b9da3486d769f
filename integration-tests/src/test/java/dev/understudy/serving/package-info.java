/** The server, over HTTP and in a real browser. */
package dev.understudy.serving;
