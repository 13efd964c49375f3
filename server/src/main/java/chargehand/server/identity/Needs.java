package chargehand.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the caller of an endpoint must be permitted, in the scope that its path names (`{project}`, `{client}`, else
/// anywhere; lists then filter by [Visibility]). An endpoint with neither this nor [Open] keeps the server from
/// starting.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Permission value();
}
