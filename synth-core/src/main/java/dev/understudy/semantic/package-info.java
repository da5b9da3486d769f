/**
 * What a text column means, and how its strings are made anew.
 *
 * <p>In: values of a column, one after the other, into a {@link dev.understudy.semantic.TextObserver}. Out: a
 * {@link dev.understudy.semantic.TextRecipe} that a model file may hold, because nothing in it is shared by fewer than k
 * families. From a recipe, a {@link dev.understudy.semantic.TextMaker} makes strings as a pure function of row, persona
 * and serial number. The one package that knows Datafaker, libphonenumber and commons-validator.
 */
package dev.understudy.semantic;
