package org.dateline.http.errors;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/**
 * Writes the framework's own error responses as problems: mistakes in the request are explained, internal errors are
 * not.
 */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<byte[]> {

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        String detail;
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            detail = "got " + context.getRequest().getMethodName() + ", expected " + HttpMethod.GET + " or "
                    + HttpMethod.HEAD;
        } else if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
            detail = "got an address, headers or a body that is too long, expected at most 32 KB, 8 KB and none";
        } else if (status.getCode() >= 500 || !context.hasErrors()) {
            detail = "The server failed to answer the request.";
        } else {
            detail = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        }
        return ErrorPage.isWanted(context.getRequest())
                ? ErrorPage.write(context.getRequest(), response, status.getReason(), detail)
                : Problem.write(response, status.getReason(), detail);
    }
}
