/** The pages, their data, metrics and health, over HTTP. */
package dev.understudy.serve.web;
