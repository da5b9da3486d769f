/** Least grants, secrets, encryption, and inputs that mean harm. */
package dev.understudy.security;
