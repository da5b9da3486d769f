/**
 * Classifiers of a maintained library (XGBoost), as the judges need them: rows of sparse numbers in, probabilities out. The
 * one package that knows the library.
 */
package dev.understudy.classify;
