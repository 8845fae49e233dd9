package io.epochwise.api.problem;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The methods a path has, for the {@code Allow} header that RFC 9110 demands of every 405 and the platform leaves out. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** The methods of the path of the request in hand, in alphabetical order. */
    static Set<String> here() {
        var request = CurrentRequestManager.get();
        Set<String> allowed = new TreeSet<>();
        templates(request.getDeployment()).forEach((method, templates) -> {
            if (new RequestMapper<>(templates).map(request.getPathWithoutPrefix()) != null) {
                allowed.add(method);
            }
        });
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return allowed;
    }

    private static Map<String, ArrayList<RequestMapper.RequestPath<Boolean>>> templates(Deployment deployment) {
        Map<String, ArrayList<RequestMapper.RequestPath<Boolean>>> byMethod = new TreeMap<>();
        RuntimeResourceVisitor.visitRuntimeResources("", deployment.getClassMappers(), new RuntimeResourceVisitor() {
            @Override
            public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                byMethod.computeIfAbsent(method, unseen -> new ArrayList<>())
                        .add(new RequestMapper.RequestPath<>(false, new URITemplate(path, false), true));
            }
        });
        return byMethod;
    }
}
