package org.dateline.load;

/** Receives the progress of a load, on one thread. */
public interface LoadListener {

    /**
     * Called after each chunk that is stored.
     *
     * @param rows     rows of the file that are done, including those of an earlier attempt
     * @param rejected how many of them were rejected
     * @param share    the part of the file that has been read, from 0 to 1
     */
    void kept(long rows, long rejected, double share);

    /** Called at the start of each step after the reading. */
    void step(String what);
}
