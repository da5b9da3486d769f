/** Reading H2 in SNAPSHOT isolation. */
package dev.understudy.read.h2;
