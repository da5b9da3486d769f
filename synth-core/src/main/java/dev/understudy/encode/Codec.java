package dev.understudy.encode;

/** The codes of one column. Immutable; part of the model file, so it holds nothing that fewer than k families share. */
public sealed interface Codec permits NumberCodec, LabelCodec, RowCodec {
    /** The code of a missing value, in every codec. */
    int NULL = 0;

    /** Most codes a column may have. */
    int MAX_CODES = 8192;

    /** How many codes there are, null included: codes are 0..codes()-1. */
    int codes();

    /** True if the order of codes means something. */
    boolean ordered();
}
