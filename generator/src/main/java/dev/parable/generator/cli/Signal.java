package dev.parable.generator.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A signal that ends a program unless something else is wanted. Java gives it by {@code sun.misc.Signal} alone, which is
 * looked up by its name because javac warns of it whatever is suppressed.
 */
enum Signal {
    /** A terminal that was closed. */
    HUP(1),
    /** Ctrl-C. */
    INT(2),
    TERM(15);

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /** As POSIX has it. */
    int number() {
        return number;
    }

    /**
     * Has something run, on a thread of its own each time, where the signal would end the program.
     *
     * @return gives the signal back to who had it before; nothing where there is no such signal, or Java was told to leave
     *     it alone (-Xrs, nohup)
     */
    Runnable handle(Runnable came) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Method handle = signals.getMethod("handle", signals, handlers);
            Object signal = signals.getConstructor(String.class).newInstance(name());
            MethodHandle run = MethodHandles.lookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(came);
            Object ours =
                    MethodHandleProxies.asInterfaceInstance(handlers, MethodHandles.dropArguments(run, 0, signals));
            Object before = handle.invoke(null, signal, ours);
            return () -> giveBack(handle, signal, before);
        } catch (InvocationTargetException e) {
            return () -> {};
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no sun.misc.Signal; take one with jdk.unsupported", e);
        }
    }

    private static void giveBack(Method handle, Object signal, @Nullable Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("signal %s cannot be given back".formatted(signal), e);
        }
    }
}
