/** A catalog of small schemas, one a feature: each filled, cloned and held against what it declares. */
package dev.understudy.feature;
