/** The one place that picks a vendor; nothing else imports the vendors' packages. */
package dev.understudy.vendor;
