package dev.plumbline.lab;

import dev.plumbline.lab.build.Builder;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Raises a whole small lab, and dies as by SIGKILL right after it has started its nth program: the JDK logs each. */
public final class Halting {

    private Halting() {}

    /** @param arguments the folder of labs, the lab's name, the program's number or 0 for none */
    public static void main(String[] arguments) throws LabException {
        int last = Integer.parseInt(arguments[2]);
        Kernel kernel = Kernel.look();
        AtomicInteger started = new AtomicInteger();
        Logger programs = Logger.getLogger("java.lang.ProcessBuilder");
        programs.setLevel(Level.FINE);
        programs.setUseParentHandlers(false);
        programs.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (started.incrementAndGet() == last) {
                    Runtime.getRuntime().halt(137);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        System.out.println("started");
        System.out.flush();
        new Labs(Path.of(arguments[0])).up(new LabName(arguments[1]), anchor -> {
            new Builder(anchor, SmallLab.build(), kernel).run();
            return "{}";
        });
        System.out.println("up after " + started.get());
    }
}
