/** Holds what a model makes against what it was learned from, and corrects it. */
package dev.understudy.calibrate;
