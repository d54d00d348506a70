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
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            return Problem.write(
                    response,
                    status.getReason(),
                    "got " + context.getRequest().getMethod() + ", expected " + HttpMethod.GET + " or "
                            + HttpMethod.HEAD);
        }
        String detail = status.getCode() >= 500 || !context.hasErrors()
                ? "The server failed to answer the request."
                : context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return Problem.write(response, status.getReason(), detail);
    }
}
