/** Learns which drawn rows look drawn, so that they can be drawn again. */
package dev.understudy.refine;
