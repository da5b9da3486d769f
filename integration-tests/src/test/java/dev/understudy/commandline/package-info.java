/** The command line as scripts see it: exit status, words, JSON. */
package dev.understudy.commandline;
