package io.particlearena.math;

import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * The two directions in which points of any dimension differ most, to show them in a plane: principal component analysis
 * through the eigenvectors of the covariance matrix.
 */
public final class PrincipalComponents {

    private final double[] mean;
    private final double[] first;
    private final double[] second;
    private final double firstShare;
    private final double secondShare;

    private PrincipalComponents(double[] mean, double[] first, double[] second, double firstShare, double secondShare) {
        this.mean = mean;
        this.first = first;
        this.second = second;
        this.firstShare = firstShare;
        this.secondShare = secondShare;
    }

    /**
     * The components of points.
     *
     * @param points at least one, all of the same positive length; finite
     */
    public static PrincipalComponents of(List<double[]> points) {
        int size = points.get(0).length;
        double[] mean = new double[size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        double[][] covariance = covariance(points, mean);
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += covariance[i][i];
        }
        if (total == 0 || size == 1) {
            return new PrincipalComponents(mean, axis(size, 0), axis(size, 1), total == 0 ? 0 : 1, 0);
        }
        EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(covariance));
        return new PrincipalComponents(
                mean,
                eigen.getEigenvector(0).toArray(),
                eigen.getEigenvector(1).toArray(),
                Math.max(0, eigen.getRealEigenvalue(0)) / total,
                Math.max(0, eigen.getRealEigenvalue(1)) / total);
    }

    private static double[][] covariance(List<double[]> points, double[] mean) {
        int size = mean.length;
        double[][] covariance = new double[size][size];
        double[] centred = new double[size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                centred[i] = point[i] - mean[i];
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += centred[i] * centred[j] / points.size();
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private static double[] axis(int size, int index) {
        double[] axis = new double[size];
        if (index < size) {
            axis[index] = 1;
        }
        return axis;
    }

    /** The same components with the signs of their directions chosen so that pictures of both look alike. */
    public PrincipalComponents alignedWith(PrincipalComponents other) {
        return new PrincipalComponents(
                mean, towards(first, other.first), towards(second, other.second), firstShare, secondShare);
    }

    private static double[] towards(double[] direction, double[] other) {
        if (direction.length != other.length || dot(direction, other) >= 0) {
            return direction;
        }
        double[] opposite = new double[direction.length];
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -direction[i];
        }
        return opposite;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** A point's coordinate along the first direction, 0 at the mean. */
    public double x(double[] point) {
        return along(point, first);
    }

    /** A point's coordinate along the second direction, 0 at the mean. */
    public double y(double[] point) {
        return along(point, second);
    }

    private double along(double[] point, double[] direction) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += (point[i] - mean[i]) * direction[i];
        }
        return sum;
    }

    /** The share of the variance along the first direction, 0 to 1; 0 where all points are the same. */
    public double firstShare() {
        return firstShare;
    }

    /** The share of the variance along the second direction, 0 to 1. */
    public double secondShare() {
        return secondShare;
    }
}
