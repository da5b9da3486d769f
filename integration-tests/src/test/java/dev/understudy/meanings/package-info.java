/** What columns are taken for, and what comes out in their place: measured on public databases. */
package dev.understudy.meanings;
