/** Writing into H2 by large batches. */
package dev.understudy.load.h2;
