/**
 * Numbers that carry check digits: identity and tax numbers of many countries, articles, books, vehicles, banks. Says of a
 * text whether it is one, and writes others that pass the same check and belong to nobody. Pure functions of text.
 */
package dev.understudy.check;
