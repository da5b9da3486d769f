/**
 * Values to small integer codes and back: code 0 is null, and no code stands for a value that fewer than k families
 * share. Learning and generating speak in codes; only codecs know values.
 */
package dev.understudy.encode;
