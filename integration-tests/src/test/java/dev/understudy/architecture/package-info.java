/** Rules that keep the house in its shape. */
package dev.understudy.architecture;
