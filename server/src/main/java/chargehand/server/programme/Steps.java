package chargehand.server.programme;

import chargehand.server.assets.Asset;
import chargehand.server.assets.AssetKind;
import java.util.List;
import java.util.Locale;

/// What there is to do in order to replace an asset, in hours of work; a step of no hours is left out.
///
/// @param deliveryDays between order and arrival; 0 for what isn't delivered
/// @param prove of a restore of its backup, and of the way back
/// @param change within a window, so short that it fits into one
record Steps(int order, int deliveryDays, int prepare, int prove, int change, int retire) {
    /// First estimates, which every plan may change; forecasts correct them by what such work took.
    static Steps of(Asset asset) {
        boolean delivered = asset.serial() != null;
        return switch (asset.kind()) {
            case server, other -> new Steps(4, delivered ? 42 : 0, 16, 4, 3, 4);
            case storage -> new Steps(8, 70, 40, 8, 4, 8);
            case network -> new Steps(4, 56, 16, 2, 3, 4);
            case software -> new Steps(2, 0, 16, 4, 3, 2);
            case licence -> new Steps(4, 7, 0, 0, 1, 0);
            case contract -> new Steps(8, 14, 0, 0, 1, 0);
            case power -> new Steps(4, 56, 8, 2, 4, 4);
        };
    }

    /// Skills of those who order.
    static final List<String> ORDERING = List.of("purchasing", "budget", "project management");

    /// Skills of those who prove a backup, before those of whoever makes the change.
    static final List<String> PROVING = List.of("backup");

    private record Sign(String skill, List<String> words) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("mail", List.of("exchange", "postfix", "mail")),
            new Sign("backup", List.of("veeam", "backup", "tape", "bacula", "proxmox backup")),
            new Sign("virtualisation", List.of("esx", "vmware", "vcenter", "proxmox", "hyper-v", "nutanix")),
            new Sign("firewall", List.of("forti", "firewall", "palo alto", "sophos", "opnsense", "pfsense")),
            new Sign("database", List.of("sql", "mariadb", "oracle database", "redis", "mongodb", "db2")),
            new Sign("monitoring", List.of("zabbix", "grafana", "prometheus", "nagios", "icinga")),
            new Sign("kubernetes", List.of("kubernetes", "openshift", "docker")),
            new Sign("windows", List.of("windows")),
            new Sign(
                    "linux",
                    List.of("linux", "debian", "ubuntu", "rhel", "red hat", "centos", "nginx", "tomcat", "suse")));

    /// The skills that a change asks for, the closest first.
    static List<String> skills(Asset asset) {
        if (asset.kind() == AssetKind.licence || asset.kind() == AssetKind.contract) return ORDERING;
        var said = (asset.name() + " " + asset.line() + " " + asset.title()).toLowerCase(Locale.ROOT);
        var skills = new java.util.ArrayList<String>();
        for (var sign : SIGNS) if (sign.words().stream().anyMatch(said::contains)) skills.add(sign.skill());
        skills.addAll(
                switch (asset.kind()) {
                    case server, other -> List.of("servers", "hardware");
                    case storage -> List.of("storage", "servers");
                    case network -> List.of("network");
                    case software -> List.of("software", "servers");
                    case power -> List.of("hardware", "rack work", "servers");
                    case licence, contract -> ORDERING;
                });
        return skills;
    }
}
