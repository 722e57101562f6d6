package org.carillon.schemas.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses belong to the public internet (IANA's special-purpose registries, RFC 6890). */
final class Addresses {
    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isPublic4(at(bytes, 0), at(bytes, 1), at(bytes, 2));
            case Inet6Address six -> isPublic6(at(bytes, 0) << 8 | at(bytes, 1), at(bytes, 2) << 8 | at(bytes, 3));
            default -> false;
        };
    }

    private static boolean isPublic4(int a, int b, int c) {
        boolean ours = a == 0 || a == 10 || a == 127 || a >= 224;
        boolean carrier = a == 100 && b >= 64 && b < 128;
        boolean special = a == 192 && ((b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99));
        boolean benchmark = a == 198 && (b == 18 || b == 19);
        boolean documentation = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        return !ours && !carrier && !special && !benchmark && !documentation;
    }

    /** Global unicast (2000::/3) without what carries an IPv4 address inside or is special. */
    private static boolean isPublic6(int first, int second) {
        boolean global = first >> 13 == 1;
        boolean sixToFour = first == 0x2002;
        boolean assignments = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        boolean documentation = first == 0x3fff && second < 0x1000;
        return global && !sixToFour && !assignments && !documentation;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
