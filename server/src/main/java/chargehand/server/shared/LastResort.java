package chargehand.server.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where the container sends what failed before or behind the controllers.
@Controller
class LastResort implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final Problems problems;

    LastResort(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(problem(request), request, response);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) return of(failure);
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ProblemAdvice.ofStatus(HttpStatus.valueOf(status))
                : Problem.notFound();
    }

    private static Problem of(Throwable failure) {
        var known = BodyLimit.within(failure);
        if (known != null) return known;
        if (ProblemAdvice.isAway(failure)) return ProblemAdvice.unavailable();
        LOG.error("A request failed outside of the controllers", failure);
        return ProblemAdvice.unexpected();
    }
}
