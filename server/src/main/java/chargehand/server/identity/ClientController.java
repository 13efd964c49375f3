package chargehand.server.identity;

import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients", description = "Whom projects are done for.")
class ClientController {
    private final Clients clients;

    ClientController(Clients clients) {
        this.clients = clients;
    }

    record ClientList(List<Client> items) {}

    record NewClient(String name) {}

    record ClientChange(String name) {}

    @GetMapping("/api/clients")
    @Needs(Permission.CLIENTS_SEE)
    @Operation(operationId = "listClients", summary = "The clients that one may see")
    ClientList list(Caller caller) {
        return new ClientList(clients.visible(caller));
    }

    @PostMapping("/api/clients")
    @Needs(Permission.CLIENTS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createClient", summary = "Take in a client")
    ResponseEntity<Client> create(@RequestBody NewClient body, Caller caller) {
        var id = clients.create(caller, body.name);
        var made = clients.find(caller, id).orElseThrow(Problem::notFound);
        return ResponseEntity.created(URI.create("/api/clients/" + id))
                .eTag(Version.tag(made.version()))
                .body(made);
    }

    @GetMapping("/api/clients/{client}")
    @Needs(Permission.CLIENTS_SEE)
    @Operation(operationId = "getClient", summary = "A client")
    ResponseEntity<Client> get(@PathVariable UUID client, Caller caller) {
        return answer(client, caller);
    }

    @PatchMapping("/api/clients/{client}")
    @Needs(Permission.CLIENTS_EDIT)
    @Operation(operationId = "changeClient", summary = "Rename a client")
    ResponseEntity<Client> change(
            @PathVariable UUID client,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody ClientChange body,
            Caller caller) {
        clients.rename(caller, client, body.name, Version.required(version));
        return answer(client, caller);
    }

    private ResponseEntity<Client> answer(UUID client, Caller caller) {
        var found = clients.find(caller, client).orElseThrow(Problem::notFound);
        return ResponseEntity.ok().eTag(Version.tag(found.version())).body(found);
    }
}
