/** Models on disk: one compressed binary file, the same bytes for the same model, readable by its owner only. */
package dev.understudy.model.file;
