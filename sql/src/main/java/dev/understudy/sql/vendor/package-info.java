/** The one list of vendors whose definitions are known. */
package dev.understudy.sql.vendor;
