/** The port for generators of the operator's own; imports nothing of the project. */
package dev.understudy.custom;
