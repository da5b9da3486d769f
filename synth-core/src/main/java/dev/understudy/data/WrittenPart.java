package dev.understudy.data;

/** A part of a table that is permanent. @param rows that it holds */
public record WrittenPart(Part part, long rows) {}
