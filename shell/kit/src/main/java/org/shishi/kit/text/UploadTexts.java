package org.shishi.kit.text;

import static org.shishi.kit.text.BuiltIn.t;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of an upload field. */
public final class UploadTexts {

    private UploadTexts() {}

    public static Upload speak(Upload upload) {
        UploadI18N i18n = new UploadI18N();
        UploadI18N.AddFiles add = new UploadI18N.AddFiles();
        add.setOne(t("upload.add.one")).setMany(t("upload.add.many"));
        UploadI18N.DropFiles drop = new UploadI18N.DropFiles();
        drop.setOne(t("upload.drop.one")).setMany(t("upload.drop.many"));
        i18n.setAddFiles(add);
        i18n.setDropFiles(drop);
        i18n.setError(new UploadI18N.Error()
                .setTooManyFiles(t("upload.too-many"))
                .setFileIsTooBig(t("upload.too-big"))
                .setIncorrectFileType(t("upload.wrong-type")));
        i18n.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(t("upload.connecting"))
                        .setStalled(t("upload.stalled"))
                        .setProcessing(t("upload.processing"))
                        .setHeld(t("upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(t("upload.remaining"))
                        .setUnknown(t("upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(t("upload.unavailable"))
                        .setUnexpectedServerError(t("upload.failed"))
                        .setForbidden(t("upload.forbidden"))
                        .setFileTooLarge(t("upload.too-big"))));
        i18n.setFile(new UploadI18N.File()
                .setRetry(t("upload.retry"))
                .setStart(t("upload.start"))
                .setRemove(t("upload.remove")));
        i18n.setUnits(List.of("B", "kB", "MB", "GB", "TB"), 1000);
        upload.setI18n(i18n);
        return upload;
    }
}
