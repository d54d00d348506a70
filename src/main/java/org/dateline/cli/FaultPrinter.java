package org.dateline.cli;

import java.util.List;
import org.dateline.catalog.Fault;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.model.Counted;
import picocli.CommandLine.ExitCode;

/** Prints the faults of a file or folder on standard error. */
final class FaultPrinter {

    private FaultPrinter() {}

    /**
     * @param where       the file or folder with the faults
     * @param consequence what was not done because of them, such as "nothing was loaded"
     * @return the command's exit code
     */
    static int print(InvalidCatalogException e, Object where, String consequence) {
        return print(e.faults(), where, consequence);
    }

    static int print(List<Fault> faults, Object where, String consequence) {
        faults.forEach(System.err::println);
        System.err.println(where + ": " + Counted.of(faults.size(), "fault") + "; " + consequence);
        return ExitCode.SOFTWARE;
    }
}
