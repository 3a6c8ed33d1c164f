package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose signature a jar must bear: the certificates (PEM or DER) in the home's folder {@code conf/signers}. While there
 * are none, unsigned jars are taken; a jar whose contents do not fit its signature never is.
 */
final class TrustedSigners {

    private final Path folder;

    TrustedSigners(Path folder) {
        this.folder = folder;
    }

    /**
     * Read anew each time: a certificate that is taken away counts at once.
     *
     * @throws IOException when a file in the folder is no certificate: nothing is taken then
     */
    Set<Certificate> certificates() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<Certificate> all = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
                } catch (CertificateException e) {
                    throw new IOException(file + " is no certificate", e);
                }
            }
        }
        return all;
    }

    /** @param signers of one entry, null when it is not signed */
    static boolean signedByOneOf(Set<Certificate> trusted, CodeSigner[] signers) {
        return signers != null
                && Arrays.stream(signers)
                        .map(signer -> signer.getSignerCertPath().getCertificates())
                        .filter(chain -> !chain.isEmpty())
                        .map(List::getFirst)
                        .anyMatch(trusted::contains);
    }
}
