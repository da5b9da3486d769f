/** Randomness by place, not by turn: every draw is a pure function of a seed and of where it is used. */
package dev.understudy.random;
