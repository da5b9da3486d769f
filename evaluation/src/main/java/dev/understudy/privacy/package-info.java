/**
 * Attacks on synthetic data: do they tell more about the families that were learned than about families that were not? Knows
 * no model and opens no connection. Start with {@link dev.understudy.privacy.PrivacySuite}.
 *
 * <p>Every comparison of families that were learned with families that were held out uses equal numbers of both.
 */
package dev.understudy.privacy;
