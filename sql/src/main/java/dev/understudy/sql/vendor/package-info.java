/** The one place of this module that picks a vendor; nothing else imports the vendors' packages. */
package dev.understudy.sql.vendor;
