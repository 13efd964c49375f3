package chargehand.server.shared;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The pages, as they lie in the jar. What has its content in its name may be kept for ever; everything else is asked
/// for again. An address that is no file is one of the page's own, and gets the page; so does `/api`, where the API is
/// read, unlike what is beneath it.
@Configuration
class Pages implements WebMvcConfigurer {
    private static final String HOME = "classpath:/META-INF/resources/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(HOME + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/", "/**")
                .addResourceLocations(HOME)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new OrThePage());
    }

    private static final class OrThePage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) return file;
            return isOfThePage(path) ? super.getResource("index.html", location) : null;
        }

        private static boolean isOfThePage(String path) {
            boolean isApi = path.startsWith("api/");
            return !isApi && !path.startsWith("webjars/") && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
        }
    }
}
