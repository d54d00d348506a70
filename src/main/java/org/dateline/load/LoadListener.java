package org.dateline.load;

/** Hears how far a load is; called by one thread. */
public interface LoadListener {

    /**
     * After each part that is kept.
     *
     * @param rows     of the file that are done with, those of an earlier attempt too
     * @param rejected of these
     * @param share    of the file that has been read, from 0 to 1
     */
    void kept(long rows, long rejected, double share);

    /** At the start of each step behind the reading. */
    void step(String what);
}
