/** Tells others how runs begin and end. Start with {@link dev.understudy.notify.Notifier}. */
package dev.understudy.notify;
