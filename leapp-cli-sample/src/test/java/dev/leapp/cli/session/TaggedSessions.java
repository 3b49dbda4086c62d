package dev.leapp.cli.session;

import dev.leapp.cli.TestCli;
import dev.leapp.cli.run.Engine;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Sessions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/** A real Leapp whose sessions look as if they had a tag. */
record TaggedSessions(Map<String, String> tags) {

    Engine.Opener over(TestCli cli) {
        return around -> {
            Engine real = cli.open(around);
            Sessions sessions = proxy(Sessions.class, (method, args) -> tagged(method.invoke(real.sessions(), args)));
            return proxy(
                    Engine.class,
                    (method, args) -> method.getName().equals("sessions") ? sessions : method.invoke(real, args));
        };
    }

    private Object tagged(Object result) {
        if (result instanceof SessionView view) {
            return new SessionView(
                    tagged(view.session()),
                    view.state(),
                    view.status(),
                    view.profileName().orElse(null));
        }
        if (result instanceof List<?> list) {
            return list.stream().map(this::tagged).toList();
        }
        return result instanceof Session session ? tagged(session) : result;
    }

    private Session tagged(Session session) {
        Session.Builder builder = session.toBuilder();
        tags.forEach(builder::tag);
        return builder.build();
    }

    private interface Call {
        Object run(Method method, Object[] args) throws IllegalAccessException, InvocationTargetException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return call.run(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
